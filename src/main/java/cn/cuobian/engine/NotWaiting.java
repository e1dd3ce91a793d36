package cn.cuobian.engine;

import org.springframework.http.HttpStatus;

import cn.cuobian.refusals.Refusal;

/** A message came for a subject whose procedure does not wait for it, now or any more. */
public class NotWaiting extends Refusal {

	private static final long serialVersionUID = 1L;

	public NotWaiting() {
		super("engine.not-waiting");
		status(HttpStatus.CONFLICT);
	}
}
