/** The one gate for models: judges {@code bpmn/**} in the tests, what a node deploys, and what a person drew. */
@NamedInterface("inspection")
package cn.cuobian.engine.inspection;

import org.springframework.modulith.NamedInterface;
