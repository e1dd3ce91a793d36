package cn.cuobian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A mail server that keeps what it took, and can be in every bad mood that mail servers have. Each conversation has the mood it began in. */
public final class MoodyPost implements AutoCloseable {

	/** How it treats who comes. */
	public enum Mood {
		/** Takes everything at once. */
		GOOD,
		/** Nobody opens the door. */
		AWAY,
		/** Opens the door and says nothing. */
		SILENT,
		/** Answers each word only after {@link MoodyPost#SLOWNESS_SECONDS}. */
		SLOW,
		/** 451 to every recipient. */
		BUSY,
		/** 550 to every recipient. */
		KNOWS_NOBODY,
		/** 554 to every text. */
		REFUSES_TEXTS,
		/** Takes the mail, says 250, and cuts the connection. */
		CUTS_AFTER_TAKING,
		/** Takes the mail, says 250, and never says good-bye. */
		NO_FAREWELL,
		/** Takes the mail and cuts the connection instead of saying so. */
		CUTS_INSTEAD_OF_TAKING
	}

	/** Below every time-out of ours; six answers make a mail. */
	public static final int SLOWNESS_SECONDS = 12;
	private static final long READ_BY_THEN_MILLIS = 500;

	private final int port;
	private final Queue<String> taken = new ConcurrentLinkedQueue<>();
	private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
	private volatile Mood mood = Mood.GOOD;
	private volatile ServerSocket door;

	/** Opens at a free port. */
	public MoodyPost() throws IOException {
		door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		port = door.getLocalPort();
		receive(door);
	}

	/** For a constant of a test class. */
	public static MoodyPost open() {
		try {
			return new MoodyPost();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	public int port() {
		return port;
	}

	/** From the next conversation on; those under way go on as they began. */
	public synchronized void becomes(Mood next) throws IOException {
		mood = next;
		if (next == Mood.AWAY) {
			door.close();
		} else if (door.isClosed()) {
			door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
			receive(door);
		}
	}

	/** Message-IDs of all mails that it has, each as often as it came. */
	public List<String> taken() {
		return List.copyOf(taken);
	}

	@Override
	public synchronized void close() throws IOException {
		door.close();
		for (var guest : guests) {
			guest.close();
		}
	}

	private void receive(ServerSocket here) {
		daemon(() -> {
			while (!here.isClosed()) {
				var guest = here.accept();
				guests.add(guest);
				var now = mood;
				daemon(() -> new Conversation(guest, now).hold());
			}
		});
	}

	private interface Talk {
		void go() throws IOException;
	}

	private static void daemon(Talk talk) {
		var thread = new Thread(() -> {
			try {
				talk.go();
			} catch (IOException over) {
				Thread.currentThread().interrupt();
			}
		}, "moody post");
		thread.setDaemon(true);
		thread.start();
	}

	private final class Conversation {

		private final Socket guest;
		private final Mood mood;
		private final BufferedReader in;

		Conversation(Socket guest, Mood mood) throws IOException {
			this.guest = guest;
			this.mood = mood;
			this.in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
		}

		void hold() throws IOException {
			try (guest) {
				if (mood == Mood.SILENT) {
					ignore();
				} else {
					say("220 moody");
					talk();
				}
			} finally {
				guests.remove(guest);
			}
		}

		private void talk() throws IOException {
			for (var line = in.readLine(); line != null && !guest.isClosed(); line = in.readLine()) {
				switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
					case "RCPT" -> say(mood == Mood.BUSY ? "451 later" : mood == Mood.KNOWS_NOBODY ? "550 nobody of that name" : "250 ok");
					case "DATA" -> take();
					case "QUIT" -> {
						say("221 bye");
						return;
					}
					default -> say("250 ok");
				}
			}
		}

		private void take() throws IOException {
			say("354 go on");
			var id = readMail();
			if (mood == Mood.REFUSES_TEXTS) {
				say("554 not such texts");
				return;
			}
			taken.add(id);
			if (mood != Mood.CUTS_INSTEAD_OF_TAKING) {
				say("250 taken");
			}
			if (mood == Mood.NO_FAREWELL) {
				ignore();
			} else if (mood == Mood.CUTS_AFTER_TAKING || mood == Mood.CUTS_INSTEAD_OF_TAKING) {
				cut();
			}
		}

		private String readMail() throws IOException {
			var id = "none";
			for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
				if (line.regionMatches(true, 0, "Message-ID:", 0, "Message-ID:".length())) {
					id = line.substring("Message-ID:".length()).strip();
				}
			}
			return id;
		}

		/** After the 250 was read: what is in the line when it is cut is lost. */
		private void cut() throws IOException {
			pause(TimeUnit.MILLISECONDS, READ_BY_THEN_MILLIS);
			guest.setSoLinger(true, 0);
			guest.close();
		}

		private void ignore() throws IOException {
			while (in.read() >= 0) {
				Thread.onSpinWait();
			}
		}

		private void say(String words) throws IOException {
			if (mood == Mood.SLOW) {
				pause(TimeUnit.SECONDS, SLOWNESS_SECONDS);
			}
			guest.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}

		private void pause(TimeUnit unit, long time) throws IOException {
			try {
				unit.sleep(time);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IOException(e);
			}
		}
	}
}
