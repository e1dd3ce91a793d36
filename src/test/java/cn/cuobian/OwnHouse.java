package cn.cuobian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * As {@link CuobianTest}, in an application of its own, where what the program brings along is in force and nothing else:
 * a twin is given all of it, and the house that all other tests share fills with dozens of bundles.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CuobianTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:house;DB_CLOSE_DELAY=-1")
public @interface OwnHouse {
}
