package cn.cuobian.matters;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.cuobian.people.Viewer;

/** What {@code /api/v1/openapi} says before the addresses. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String TOKEN = "token";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
	}

	@Bean
	OpenAPI cuobianApi() {
		return new OpenAPI()
				.info(new Info().title("Cuobian").version("1").description("""
						Report, read and work off neighbourhood matters. Send the token of an integration as
						`Authorization: Bearer …`. What is refused is answered as `application/problem+json` (RFC 9457) with
						a stable `rule`, a sentence in the language of `Accept-Language`, and `errors` by field.""")
						.license(new License().name("Apache-2.0")))
				.components(new Components().addSecuritySchemes(TOKEN,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
				.addSecurityItem(new SecurityRequirement().addList(TOKEN));
	}
}
