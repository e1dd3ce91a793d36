package cn.cuobian.instruments;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.test.web.servlet.MockMvc;

/** The meters as Prometheus reads them, over HTTP. */
public final class Scrape {

	public static final String TOKEN = "made-up-for-tests-0123456789";

	private final Map<String, Double> numbers = new TreeMap<>();

	private Scrape() {
	}

	public static Scrape of(MockMvc web) {
		try {
			var text = web.perform(get("/actuator/prometheus").header("Authorization", "Bearer " + TOKEN)).andReturn().getResponse();
			if (text.getStatus() != 200) {
				throw new AssertionError("the meters answer " + text.getStatus());
			}
			var scrape = new Scrape();
			text.getContentAsString().lines().filter(line -> !line.startsWith("#")).forEach(scrape::read);
			return scrape;
		} catch (AssertionError e) {
			throw e;
		} catch (Exception e) {
			throw new AssertionError(e);
		}
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
