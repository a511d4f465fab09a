package vn.minhbach.site;

import java.util.Map;

/**
 * What the frame of the portal says of the department, by the fields of {@link SiteKind#PROFILE}. What has no English says the
 * Vietnamese in English too.
 */
record SiteProfile(Map<String, String> values) {

    private static final int USUAL_TARGET = 4;

    /** A portal of which nothing was set up yet. */
    static final SiteProfile EMPTY = new SiteProfile(Map.of("name", "Minh Bạch", "shortName", "Minh Bạch"));

    SiteProfile {
        values = Map.copyOf(values);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    String get(String field, boolean english) {
        return either(values, field, field + "En", english);
    }

    /** The second of two fields on an English page, if it says anything. */
    static String either(Map<String, String> values, String field, String other, boolean english) {
        var translated = english ? values.getOrDefault(other, "") : "";
        return translated.isEmpty() ? values.getOrDefault(field, "") : translated;
    }

    /** The theme of a year of reform; empty in another year. */
    String theme(int year) {
        return get("themeYear").equals(Integer.toString(year)) ? get("theme") : "";
    }

    /** How many reform items a month the department has set itself. */
    int reformTarget() {
        var target = get("reformTarget");
        return target.isEmpty() ? USUAL_TARGET : Integer.parseInt(target);
    }
}
