package cn.cuobian.people;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import cn.cuobian.OwnHouse;
import cn.cuobian.territory.SomePlaces;

/**
 * Every route of every room stands in {@code routes.txt} with who may pass the outer wall, and is tried by each kind
 * of visitor. A new route without a line fails here. In a house without the matters of all other tests, whose pages take four times as long.
 */
@OwnHouse
class RouteMatrixTests {

	private static final Set<String> VISITORS = Set.of("public", "staff", "supervisor", "designer", "administrator");

	@Autowired
	MockMvc web;
	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;
	@Autowired
	SomePeople some;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	Appointments appointments;
	@Autowired
	Clock clock;

	private final Map<String, RequestPostProcessor> visitors = new TreeMap<>();

	@BeforeEach
	void visitors() {
		var elsewhere = somePlaces.branch();
		visitors.put("public", request -> request);
		visitors.put("staff", as(some.holding("building-steward", elsewhere.building())));
		visitors.put("supervisor", as(some.holding("supervisor", elsewhere.community())));
		var designer = some.holding("process-designer", Group.EVERYWHERE);
		appointments.appoint(designer.id(), "model-approver", Group.EVERYWHERE, clock.instant(), null);
		visitors.put("designer", as(designer));
		visitors.put("administrator", as(some.holding("administrator", Group.EVERYWHERE)));
	}

	@Test
	void everyRouteIsListedAndEveryLineIsARoute() throws Exception {
		assertThat(routes()).as("a new route needs a line in routes.txt").isSubsetOf(listed().keySet());
		assertThat(listed().keySet()).as("routes.txt names a route that is gone").isSubsetOf(routes());
		assertThat(listed().values()).isSubsetOf(VISITORS);
	}

	@Test
	void everyVisitorPassesWhereHeMayAndIsSentAwayWhereHeMayNot() throws Exception {
		var softly = new SoftAssertions();
		for (var route : listed().entrySet()) {
			for (var visitor : visitors.entrySet()) {
				var status = statusOf(route.getKey(), visitor.getKey(), visitor.getValue());
				softly.assertThat(status).as("%s as %s", route.getKey(), visitor.getKey())
						.isEqualTo(mayPass(route.getValue(), visitor.getKey()) ? "in" : visitor.getKey().equals("public") ? "sign in" : "forbidden");
			}
		}
		softly.assertAll();
	}

	private String statusOf(String route, String visitor, RequestPostProcessor as) throws Exception {
		var method = route.split(" ")[0].equals("ANY") ? "GET" : route.split(" ")[0];
		var path = route.split(" ")[1].replaceAll("\\{[^}]+}", "1").replaceAll("/\\*+$", "/1");
		var request = request(HttpMethod.valueOf(method), path).with(as).accept("text/html", "application/json");
		return outcome(web.perform(route.startsWith("GET") ? request : request.with(csrf())).andReturn().getResponse(), visitor);
	}

	/** What a controller itself answers, be it 200, 404 or 422, is beyond the outer wall. */
	private static String outcome(MockHttpServletResponse response, String visitor) {
		var status = response.getStatus();
		var signIn = status == 401 || status == 302 && String.valueOf(response.getRedirectedUrl()).startsWith("/login");
		if (status >= 500) {
			return "broken with " + status;
		}
		return signIn && visitor.equals("public") ? "sign in" : status == 403 ? "forbidden" : "in";
	}

	private static boolean mayPass(String wanted, String visitor) {
		return switch (wanted) {
			case "public" -> true;
			case "staff" -> !visitor.equals("public");
			case "supervisor", "designer" -> visitor.equals(wanted) || visitor.equals("administrator");
			default -> visitor.equals(wanted);
		};
	}

	private Set<String> routes() {
		var routes = new TreeSet<String>();
		mappings.getHandlerMethods().keySet().forEach(mapping -> names(mapping).forEach(routes::add));
		return routes;
	}

	private static Stream<String> names(RequestMappingInfo mapping) {
		var methods = mapping.getMethodsCondition().getMethods();
		var names = methods.isEmpty() ? Set.of("ANY") : methods.stream().map(Enum::name).collect(Collectors.toSet());
		return mapping.getPatternValues().stream().flatMap(pattern -> names.stream().map(name -> name + " " + pattern));
	}

	private static Map<String, String> listed() throws Exception {
		var lines = new TreeMap<String, String>();
		new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !line.startsWith("#"))
				.forEach(line -> lines.put(line.substring(0, line.lastIndexOf(' ')).strip(), line.substring(line.lastIndexOf(' ') + 1)));
		return lines;
	}
}
