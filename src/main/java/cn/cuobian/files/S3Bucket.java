package cn.cuobian.files;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket, over the client library, which is loaded with this class and with nothing else. Plain requests only, as every store
 * that calls itself compatible knows them: no chunked bodies, no checksums in trailers; that the bytes are right is known by their seal.
 */
final class S3Bucket implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(2);
	private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
	/** More than any file of ours, sealed; of what somebody else put there no more is read. */
	private static final int MOST_BYTES = 64 << 20;
	/** 4xx that say "not now": time-out, conflict with another request, too many. */
	private static final Set<Integer> LATER = Set.of(408, 409, 429);

	private final S3Client client;
	private final String bucket;

	S3Bucket(FileSettings settings) {
		bucket = settings.bucket();
		client = S3Client.builder().endpointOverride(URI.create(settings.endpoint().strip())).region(Region.of(settings.region()))
				.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.keyId(), settings.theSecret())))
				.httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(WHOLE_CALL))
				.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
				.serviceConfiguration(s3 -> s3.pathStyleAccessEnabled(settings.pathStyle()).chunkedEncodingEnabled(false).expectContinueEnabled(false))
				// what the machine has in its home folder for other programs does not count here
				.overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE_CALL).retryStrategy(RetryMode.STANDARD).defaultProfileFile(ProfileFile.aggregator().build())).build();
	}

	/** @throws StoreAway if it is not sure that it lies there now */
	void put(String name, byte[] bytes) {
		try {
			client.putObject(object -> object.bucket(bucket).key(name), RequestBody.fromBytes(bytes));
		} catch (SdkException e) {
			throw away(e);
		}
	}

	/** Empty if nothing lies there. */
	Optional<byte[]> get(String name) {
		try {
			return Optional.of(client.getObject(object -> object.bucket(bucket).key(name), (about, bytes) -> bytes.readNBytes(MOST_BYTES)));
		} catch (NoSuchKeyException e) {
			return Optional.empty();
		} catch (SdkException e) {
			throw away(e);
		}
	}

	/** What is not there is not there afterwards either. */
	void delete(String name) {
		try {
			client.deleteObject(object -> object.bucket(bucket).key(name));
		} catch (SdkException e) {
			throw away(e);
		}
	}

	@Override
	public void close() {
		client.close();
	}

	private static StoreAway away(SdkException failure) {
		boolean refused = failure instanceof S3Exception said && said.statusCode() >= 300 && said.statusCode() < 500 && !LATER.contains(said.statusCode());
		return new StoreAway(failure.getMessage(), refused, failure);
	}
}
