/** Reads drawings, tables and limits part by part, for those who compare them and those who print them. */
package cn.cuobian.design.reading;
