package cn.cuobian.engine.camunda;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/** JUEL and FEEL count as script languages, so that a script runs even where no script engine was added. */
final class NoScripts extends DefaultScriptEngineResolver {

	NoScripts() {
		super(new ScriptEngineManager());
	}

	@Override
	public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
		return null;
	}
}
