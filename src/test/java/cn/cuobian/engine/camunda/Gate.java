package cn.cuobian.engine.camunda;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.ClassUtils;

import cn.cuobian.engine.ProcessBean;
import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.Rooms;

/** The inspector, put together without the application. */
final class Gate {

	private Gate() {
	}

	/** With the verbs of the house, and walls as the modules have them. */
	static Inspector ofTheHouse() {
		return with(houseVerbs(), walls());
	}

	static Inspector with(Verbs verbs, Rooms rooms) {
		return new Inspector(new Guard(verbs), new JuelExpressions(), verbs, rooms);
	}

	private static Verbs houseVerbs() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
		List<Class<?>> beans = scanner.findCandidateComponents("cn.cuobian").stream()
				.<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), Gate.class.getClassLoader()))
				.filter(bean -> !bean.isMemberClass()).collect(Collectors.toList());
		return Verbs.of(beans);
	}

	private static Rooms walls() {
		return Rooms.declared("cn.cuobian", ApplicationModules.of("cn.cuobian").stream()
				.map(room -> room.getIdentifier().toString()).toList());
	}
}
