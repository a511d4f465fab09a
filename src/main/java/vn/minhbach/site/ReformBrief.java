package vn.minhbach.site;

import java.util.List;
import vn.minhbach.article.ArticleLine;

/**
 * The state of the reform column in a few figures.
 *
 * @param theme the theme of the year; empty if none is set
 * @param monthLabel the month counted, in words
 * @param count reform items published in that month
 * @param target how many the department has set itself
 */
public record ReformBrief(
        String theme, int year, String monthLabel, long count, int target, List<ArticleLine> newest) {}
