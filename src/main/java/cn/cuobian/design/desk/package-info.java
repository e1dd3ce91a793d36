/**
 * The desktop Camunda Modeler as a client: the few questions it asks an engine of Camunda 7, in that engine's shape. What
 * it sends goes the studio's way, through the same gate into a draft; the engine itself has no such interface.
 */
package cn.cuobian.design.desk;
