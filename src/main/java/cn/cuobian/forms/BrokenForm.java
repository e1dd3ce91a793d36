package cn.cuobian.forms;

/** The form itself is at fault, not the person filling it in: a defect of the model, found when it is read. */
public class BrokenForm extends IllegalArgumentException {

	public BrokenForm(String message) {
		super(message);
	}

	BrokenForm(String message, Throwable cause) {
		super(message, cause);
	}
}
