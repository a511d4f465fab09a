package vn.minhbach.legal;

/** What a choice between yes and no is kept as in a row's form. */
final class RowWords {

    static final String YES = "YES";
    static final String NO = "NO";

    private RowWords() {}

    static String yes(boolean given) {
        return given ? YES : NO;
    }
}
