package vn.minhbach.procedure;

/**
 * One step of a procedure (trình tự thực hiện).
 *
 * @param title a short heading, without the number; empty where the text has none
 * @param text the step; paragraphs are separated by a line break
 */
public record Step(String title, String text) {}
