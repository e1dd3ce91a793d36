package cn.cuobian.faults;

import org.junit.jupiter.api.Test;

/** F17: what {@link KilledServerIT} does twenty times, at length. Size: {@code -Dcuobian.faults.server.kills=50}. */
class KilledServerFault extends KilledServerIT {

	private static final int KILLS = Integer.getInteger("cuobian.faults.server.kills", 50);

	@Test
	@Override
	void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
		endure(KILLS).write();
	}
}
