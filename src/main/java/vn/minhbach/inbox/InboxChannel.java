package vn.minhbach.inbox;

/** By which way something reached the office. What did not come by the portal's form was taken down by somebody of the staff. */
public enum InboxChannel {
    /** The form of the portal. */
    WEB,
    PHONE,
    /** Said or handed in at a counter. */
    COUNTER,
    POST,
    EMAIL
}
