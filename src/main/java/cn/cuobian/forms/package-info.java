/**
 * Form schemas: what a form-js form asks for, and whether what came back answers it. Pure: no page, no table.
 * A browser may draw a form as it likes; only what this room accepts is ever handed on.
 */
@ApplicationModule(displayName = "Forms 表单", allowedDependencies = "engine")
package cn.cuobian.forms;

import org.springframework.modulith.ApplicationModule;
