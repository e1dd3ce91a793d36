package cn.cuobian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import cn.cuobian.design.Studio;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.votes.SheetRolls;

/**
 * The whole application on an in-memory database with a {@link TestClock}. Every test class with exactly this
 * annotation shares one running context: make places and people with codes of your own, expect no empty tables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(PostgresForTests.DATABASE)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({ TestClock.Installed.class, PostgresForTests.class, SomePlaces.class, SomePeople.class, SheetRolls.class, Studio.class })
public @interface CuobianTest {
}
