package cn.cuobian.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What lies between the nodes and PostgreSQL, or another server: it can be slow, be cut, or lose what comes back. */
public final class Cable implements AutoCloseable {

	/** As PostgreSQL says that a transaction is committed: a message C of 11 bytes. */
	private static final String COMMITTED = "C\0\0\0\u000bCOMMIT\0";
	private static final int CHUNK = 16_384;

	private final ServerSocket end;
	private final IntSupplier server;
	private final Set<Line> lines = ConcurrentHashMap.newKeySet();
	private final AtomicInteger commitsToLose = new AtomicInteger();
	private volatile Duration delay = Duration.ZERO;
	private volatile boolean isCut;
	private volatile boolean losesAnswers;

	/** @param server its port, asked for at the first connection */
	public Cable(IntSupplier server) {
		this.server = server;
		try {
			end = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		daemon(this::connect);
	}

	public int port() {
		return end.getLocalPort();
	}

	/** Every answer comes so much later. */
	void slow(Duration by) {
		delay = by;
	}

	/** Both ends notice: what is open is reset, what is new is refused. */
	public void cut() {
		isCut = true;
		lines.forEach(Line::cut);
	}

	/** Nobody notices: requests arrive, and no answer comes back, on any line. */
	public void loseAnswers() {
		losesAnswers = true;
	}

	/** The next transactions commit, and who asked for it is cut off before he hears so. */
	void loseCommits(int number) {
		commitsToLose.set(number);
	}

	/** Of those, how many are still to come. */
	int commitsToLose() {
		return commitsToLose.get();
	}

	/** New lines are good; one on which an answer was lost stays silent, as after a break in the middle of the network. */
	public void mend() {
		delay = Duration.ZERO;
		commitsToLose.set(0);
		losesAnswers = false;
		isCut = false;
	}

	@Override
	public void close() throws IOException {
		end.close();
		cut();
	}

	private void connect() throws IOException {
		while (!end.isClosed()) {
			var node = end.accept();
			if (isCut) {
				node.close();
			} else {
				daemon(() -> new Line(node, new Socket(InetAddress.getLoopbackAddress(), server.getAsInt())).open());
			}
		}
	}

	private interface Flow {
		void run() throws IOException;
	}

	private static void daemon(Flow flow) {
		var thread = new Thread(() -> {
			try {
				flow.run();
			} catch (IOException over) {
				Thread.currentThread().interrupt();
			}
		}, "cable");
		thread.setDaemon(true);
		thread.start();
	}

	private final class Line {

		private final Socket node;
		private final Socket server;
		private boolean isSilent;

		Line(Socket node, Socket server) {
			this.node = node;
			this.server = server;
		}

		void open() throws IOException {
			lines.add(this);
			node.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			daemon(() -> ask(node.getInputStream(), server.getOutputStream()));
			answer(server.getInputStream(), node.getOutputStream());
		}

		private void ask(InputStream from, OutputStream to) throws IOException {
			try {
				from.transferTo(to);
			} finally {
				cut();
			}
		}

		private void answer(InputStream from, OutputStream to) throws IOException {
			var chunk = new byte[CHUNK];
			try {
				for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
					rest(delay);
					if (losesCommit(chunk, read)) {
						return;
					}
					isSilent |= losesAnswers;
					if (!isSilent) {
						to.write(chunk, 0, read);
					}
				}
			} finally {
				cut();
			}
		}

		private static boolean isCommit(byte[] chunk, int read) {
			return new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(COMMITTED);
		}

		private boolean losesCommit(byte[] chunk, int read) {
			return commitsToLose.get() > 0 && isCommit(chunk, read) && commitsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
		}

		private void rest(Duration time) throws IOException {
			try {
				TimeUnit.NANOSECONDS.sleep(time.toNanos());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IOException(e);
			}
		}

		void cut() {
			lines.remove(this);
			for (var socket : new Socket[] { node, server }) {
				try {
					socket.setSoLinger(true, 0);
					socket.close();
				} catch (IOException gone) {
					Thread.onSpinWait();
				}
			}
		}
	}
}
