package cn.cuobian.design;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call a bundle; one that came from an extra folder is called as its folder. */
@Component
class BundleNames {

	private final MessageSource messages;

	BundleNames(MessageSource messages) {
		this.messages = messages;
	}

	String of(String bundle) {
		return messages.getMessage("design.bundle." + bundle, null, bundle, LocaleContextHolder.getLocale());
	}
}
