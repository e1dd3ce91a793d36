/** Each procedure as pages that can be printed: its picture, steps, posts, limits, forms, tables and sources. */
package cn.cuobian.design.handbook;
