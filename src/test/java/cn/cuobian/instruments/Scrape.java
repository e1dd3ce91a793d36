package cn.cuobian.instruments;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.test.web.servlet.MockMvc;

/** The meters as Prometheus reads them, over HTTP. */
public final class Scrape {

	public static final String TOKEN = "made-up-for-tests-0123456789";
	private static final String PATH = "/actuator/prometheus";
	private static final String BEARER = "Bearer " + TOKEN;

	private final Map<String, Double> numbers = new TreeMap<>();

	private Scrape(int status, String text) {
		if (status != 200) {
			throw new AssertionError("the meters answer " + status);
		}
		text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
	}

	public static Scrape of(MockMvc web) {
		try {
			var answer = web.perform(get(PATH).header("Authorization", BEARER)).andReturn().getResponse();
			return new Scrape(answer.getStatus(), answer.getContentAsString());
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	/** Of a node in a process of its own, which was started with the token. */
	public static Scrape at(String base) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(base + PATH)).header("Authorization", BEARER).build();
		var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		return new Scrape(answer.statusCode(), answer.body());
	}

	private void read(String line) {
		int end = line.lastIndexOf(' ');
		numbers.put(line.substring(0, end).replace("application=\"cuobian\",", "").replace("{application=\"cuobian\"}", ""),
				Double.valueOf(line.substring(end + 1)));
	}

	/** Of a series as the text names it, such as {@code cuobian_house_mails{state="waiting"}}; 0 if there is none yet. */
	public double of(String series) {
		return numbers.getOrDefault(series, 0.0);
	}

	/** Every series with its labels. */
	public Map<String, Double> all() {
		return numbers;
	}
}
