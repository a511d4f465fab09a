package vn.minhbach.article;

/** What a section of articles is for. */
public enum SectionKind {
    /** Ordinary news. */
    NEWS,
    /** One of the six fields of administrative reform (sáu nội dung cải cách hành chính). */
    REFORM,
    /** Good models and initiatives of reform (mô hình, cách làm hay); counts as reform. */
    MODEL,
    /** Announcements. */
    NOTICE;

    /** The kinds that count when the reform column is asked for its four items a month. */
    public static final java.util.Set<SectionKind> OF_REFORM = java.util.EnumSet.of(REFORM, MODEL);
}
