/**
 * What differs between two states of a bundle, judged by meaning: a shape that was moved or a file that was written anew
 * is no change of the procedure. Knows files only, no database; what it finds becomes a sentence in the reader's language
 * outside.
 */
package cn.cuobian.design.diff;
