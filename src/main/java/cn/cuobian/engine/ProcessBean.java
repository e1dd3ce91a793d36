package cn.cuobian.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the bean whose public methods are verbs of the models: {@code ${matters.close(matterId)}}.
 * Only methods declared public on the annotated class can be called, and a model can reach nothing else.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {

	/** The noun that models write before the dot. */
	String value();
}
