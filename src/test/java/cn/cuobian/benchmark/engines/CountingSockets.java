package cn.cuobian.benchmark.engines;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.SocketFactory;

/**
 * Counts how often PostgreSQL's driver sends what it has written and then waits: the round trips, whatever stands above
 * the driver. Named in the address of the database ({@code socketFactory}).
 */
public final class CountingSockets extends SocketFactory {

	private static final AtomicLong TRIPS = new AtomicLong();

	static long trips() {
		return TRIPS.get();
	}

	@Override
	public Socket createSocket() {
		return new Counted();
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
		throw new UnsupportedOperationException();
	}

	private static final class Counted extends Socket {

		@Override
		public OutputStream getOutputStream() throws IOException {
			return new FilterOutputStream(super.getOutputStream()) {

				@Override
				public void write(byte[] bytes, int from, int length) throws IOException {
					out.write(bytes, from, length);
				}

				@Override
				public void flush() throws IOException {
					TRIPS.incrementAndGet();
					out.flush();
				}
			};
		}
	}
}
