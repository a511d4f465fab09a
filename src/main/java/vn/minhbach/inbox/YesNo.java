package vn.minhbach.inbox;

import java.util.Map;

/** What a choice between yes and no is kept as in a row's form. */
final class YesNo {

    static final String YES = "YES";
    static final String NO = "NO";

    private YesNo() {}

    static String of(boolean given) {
        return given ? YES : NO;
    }

    static boolean is(Map<String, String> values, String field) {
        return values.getOrDefault(field, "").equals(YES);
    }
}
