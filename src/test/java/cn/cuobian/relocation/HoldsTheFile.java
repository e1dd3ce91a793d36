package cn.cuobian.relocation;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Another process that has the file open, as a server would, until its input ends. */
final class HoldsTheFile {

	private HoldsTheFile() {
	}

	public static void main(String[] url) throws SQLException, IOException {
		try (var open = DriverManager.getConnection(url[0], "cuobian", "")) {
			System.out.println(open.isValid(1));
			System.in.read();
		}
	}
}
