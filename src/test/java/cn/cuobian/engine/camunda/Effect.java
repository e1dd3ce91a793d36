package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import com.sun.net.httpserver.HttpServer;

/** What a hostile model tries to do, noticed: code ran, a file appeared, a request left the server. */
public class Effect implements JavaDelegate, Serializable {

	private static final long serialVersionUID = 1L;
	private static final AtomicInteger HAPPENED = new AtomicInteger();
	private static final Path MARKER = Path.of(System.getProperty("java.io.tmpdir"), "cuobian-hostile-" + ProcessHandle.current().pid());
	private static final HttpServer SERVER = server();

	/** Any model that names this class runs this. */
	public Effect() {
		happen();
	}

	public static String happen() {
		HAPPENED.incrementAndGet();
		return "happened";
	}

	static void forget() throws IOException {
		HAPPENED.set(0);
		Files.deleteIfExists(MARKER);
	}

	static void forgetQuietly() {
		HAPPENED.set(0);
	}

	static boolean happened() {
		return HAPPENED.get() > 0 || Files.exists(MARKER);
	}

	static String marker() {
		return MARKER.toString();
	}

	static String address() {
		return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/evil.xsd";
	}

	@Override
	public void execute(DelegateExecution execution) {
		happen();
	}

	private void readObject(java.io.ObjectInputStream in) {
		happen();
	}

	private static HttpServer server() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", exchange -> {
				happen();
				exchange.sendResponseHeaders(404, -1);
				exchange.close();
			});
			server.start();
			return server;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
