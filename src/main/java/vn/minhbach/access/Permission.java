package vn.minhbach.access;

/**
 * What somebody may be allowed to do. A door of the portal and a deed of a service each name one of these; which role has which
 * is data (table {@code role_permission}), shown to administrators as it stands.
 */
public enum Permission {
    /** Reading what is public. Everybody has it, signed in or not. */
    READ_PUBLIC,
    /** Asking how the portal fares (health, metrics): programs on the portal's own machine. No role has it. */
    MONITOR,
    /** Keeping one's own account: password, second factor, open sign-ins. Everybody who has signed in has it. */
    OWN_ACCOUNT,
    /** Entering the back office at all. */
    ENTER_OFFICE,
    /** Seeing why a result of the search stands where it stands. */
    EXPLAIN_SEARCH,
    /** Teaching the search: other names, what comes first, what is not suggested. */
    TEACH_SEARCH,
    /** Having the search index rebuilt. */
    REBUILD_INDEX,
    /** Taking procedures over from a file; what is taken over is public at once. */
    KEEP_PROCEDURES,
    /** Writing procedures: newer drafts of what is public, and new ones. */
    WRITE_PROCEDURES,
    /** Looking through procedures that others have handed in, and returning them with a reason. */
    REVIEW_PROCEDURES,
    /** Approving procedures, making them public and taking them back. */
    PUBLISH_PROCEDURES,
    /** Accepting what a procedure's page says otherwise than its source. */
    KEEP_QUALITY,
    /** Writing articles: drafts and newer drafts of what is public. */
    WRITE_ARTICLES,
    /** Looking through what others have handed in, and returning it with a reason. */
    REVIEW_ARTICLES,
    /** Approving articles, making them public and taking them back: the editorial board (Ban Biên tập). */
    PUBLISH_ARTICLES,
    /** Arranging the sections under which articles stand. */
    ARRANGE_SECTIONS,
    /** Keeping what the portal says of the department's units. */
    KEEP_UNITS,
    /** Keeping pictures and files. */
    KEEP_FILES,
    /** Keeping what the frame of the site says: names, hotlines, notices, banners. */
    KEEP_SITE,
    /** Saying whose news is relayed, and seeing what became of it. */
    KEEP_SOURCES,
    /** Seeing which letters of the portal wait or failed, and saying what its letters say. */
    KEEP_MAIL,
    /** Seeing what citizens sent, and what becomes of it. */
    READ_INBOX,
    /** Deciding what becomes of it: taken up by which unit, refused, passed on. */
    MODERATE_INBOX,
    /** Handling it: asking for more, writing and sending the answer. */
    ANSWER_INBOX,
    /** Approving answers, and deciding whether they become public. */
    APPROVE_ANSWERS,
    /** Seeing who sent something. Each look is written down. */
    SEE_SENDERS,
    /** Keeping the kinds of submissions, the wrong doors, and how long what was sent is kept. */
    KEEP_INBOX_RULES,
    /** Handing out to somebody what the office keeps of them, and erasing it at their wish. */
    SERVE_PERSONS,
    /** Keeping the limits of the law and the working calendar. */
    KEEP_LEGAL_RULES,
    /** Opening and closing accounts, giving roles. */
    MANAGE_PEOPLE,
    /** Reading who did what, and taking it out of the portal. */
    READ_AUDIT,
    /** What the portal does by itself: first content, counts, jobs. No role has it. */
    RUN_PORTAL
}
