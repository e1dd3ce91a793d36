/** A house with every fault that our architecture tests look for: they must see it fall, or they prove nothing. */
package brokenhouse;
