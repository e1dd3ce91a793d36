package cn.cuobian.faults;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What many were answered who pressed at the same moment, in the order in which they stood. */
record Crowd(List<HttpResponse<String>> answers, Duration took) {

	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

	/** All are sent before the first is answered, and each must be. */
	static Crowd press(int many, IntFunction<HttpRequest.Builder> one) {
		var requests = IntStream.range(0, many).mapToObj(number -> one.apply(number).timeout(PATIENCE).build()).toList();
		long begun = System.nanoTime();
		var sent = requests.stream().map(request -> CLIENT.sendAsync(request, BodyHandlers.ofString())).toList();
		var answers = sent.stream().map(CompletableFuture::join).toList();
		return new Crowd(answers, Duration.ofNanos(System.nanoTime() - begun));
	}

	/** How often which status. */
	Map<Integer, Long> statuses() {
		return answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, TreeMap::new, Collectors.counting()));
	}

	/** Who was answered with success. */
	List<Integer> winners() {
		return IntStream.range(0, answers.size()).filter(number -> answers.get(number).statusCode() < 300).boxed().toList();
	}

	/** What was said to those whose answer is like this, each sentence once. */
	List<String> said(Predicate<HttpResponse<String>> like) {
		return answers.stream().filter(like).map(HttpResponse::body).distinct().sorted().toList();
	}
}
