package vn.minhbach.access;

/** What a permitted method gives back that the audit can name. */
public interface AuditSubject {

    /** As the audit writes it down: a number, never a secret. */
    String getSubject();
}
