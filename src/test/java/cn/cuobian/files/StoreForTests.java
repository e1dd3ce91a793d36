package cn.cuobian.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.vault.Vault;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A store that speaks S3 and checks signatures: S3Proxy, which keeps in memory, as a process of its own. */
public final class StoreForTests implements AutoCloseable {

	public static final String BUCKET = "cuobian";

	private static final String KEY_ID = "made-up-key";
	private static final String SECRET = "made-up-for-tests-0123456789";
	private static final Path PROGRAM = Path.of("target/s3proxy/s3proxy-jar-with-dependencies.jar");
	private static final Duration START = Duration.ofSeconds(60);

	private final Process process;
	private final int port;
	private final S3Client client;
	private final S3Bucket bucket;

	private StoreForTests(Process process, int port) {
		this.process = process;
		this.port = port;
		this.client = S3Client.builder().endpointOverride(URI.create("http://127.0.0.1:" + port)).region(Region.US_EAST_1).forcePathStyle(true)
				.httpClientBuilder(UrlConnectionHttpClient.builder())
				.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET))).build();
		this.bucket = new S3Bucket(new FileSettings(FileSettings.STORE, "http://127.0.0.1:" + port, "us-east-1", BUCKET, true, KEY_ID, SECRET, ""));
	}

	/** With an empty bucket. */
	public static StoreForTests start() {
		try {
			int port = freePort();
			var settings = Files.createTempFile("s3proxy", ".properties");
			Files.writeString(settings, String.join("\n", "s3proxy.endpoint=http://127.0.0.1:" + port, "s3proxy.authorization=aws-v4",
					"s3proxy.identity=" + KEY_ID, "s3proxy.credential=" + SECRET, "jclouds.provider=transient", "jclouds.identity=none",
					"jclouds.credential=none"));
			var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx192m", "-jar", PROGRAM.toString(), "--properties",
					settings.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			awaitOpen(process, port);
			Files.delete(settings);
			var store = new StoreForTests(process, port);
			store.client.createBucket(create -> create.bucket(BUCKET));
			return store;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public int port() {
		return port;
	}

	/** The settings of a house that keeps its files here. */
	public List<String> settings(int reachedAt) {
		return List.of("cuobian.files.keep=store", "cuobian.files.endpoint=http://127.0.0.1:" + reachedAt, "cuobian.files.bucket=" + BUCKET,
				"cuobian.files.key-id=" + KEY_ID, "cuobian.files.secret=" + SECRET);
	}

	public List<String> names() {
		return client.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream().map(S3Object::key).toList();
	}

	public byte[] bytes(String name) {
		return bucket.get(name).orElseThrow();
	}

	/** As somebody does who has the key of the store, past our house. */
	public void overwrite(String name, byte[] bytes) {
		bucket.put(name, bytes);
	}

	public void delete(String name) {
		bucket.delete(name);
	}

	/** The nightly round of a house. */
	public static void sweep(ApplicationContext house) {
		house.getBean(FileStore.class).sweep();
	}

	/** A house as it would be without settings of a store. */
	public static FileStore none(ApplicationContext house) {
		return store(house, new FileSettings(FileSettings.DATABASE, "", "us-east-1", "", true, "", "", ""));
	}

	/** What a house does at its start with this bucket and this secret. */
	public void probe(ApplicationContext house, int reachedAt, String named, String secret) {
		var settings = new FileSettings(FileSettings.STORE, "http://127.0.0.1:" + reachedAt, "us-east-1", named, true, KEY_ID, secret, "");
		var store = store(house, settings);
		try {
			new StoreProbe(store, settings).afterSingletonsInstantiated();
		} finally {
			store.destroy();
		}
	}

	private static FileStore store(ApplicationContext house, FileSettings settings) {
		return new FileStore(settings, house.getBean(Vault.class), house.getBean(LooseObjects.class), house.getBean(Clock.class),
				house.getBean(PlatformTransactionManager.class));
	}

	@Override
	public void close() throws InterruptedException {
		bucket.close();
		client.close();
		process.destroyForcibly().waitFor();
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void awaitOpen(Process process, int port) throws IOException {
		long until = System.nanoTime() + START.toNanos();
		while (!isOpen(port)) {
			if (!process.isAlive() || System.nanoTime() > until) {
				process.destroyForcibly();
				throw new IOException("S3Proxy does not start: " + PROGRAM);
			}
			rest();
		}
	}

	private static boolean isOpen(int port) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		} catch (IOException e) {
			return false;
		}
	}

	private static void rest() throws IOException {
		try {
			TimeUnit.MILLISECONDS.sleep(100);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}
}
