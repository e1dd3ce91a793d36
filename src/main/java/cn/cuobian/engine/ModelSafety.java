package cn.cuobian.engine;

/** Whether the bytes of a model may come near the engine at all. */
public interface ModelSafety {

	/**
	 * @param file name within its deployment, such as {@code matters/close_matter.bpmn}
	 * @throws cn.cuobian.refusals.Refusal for the first thing found that no model may contain
	 */
	void check(String file, byte[] content);
}
