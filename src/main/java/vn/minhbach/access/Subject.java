package vn.minhbach.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a {@link Permit permitted} method that says what the deed is done to: it is written down with the deed. On the
 * method itself it says that the deed is done to what the method returns, as something new has no number before: a number, or an
 * {@link AuditSubject}. Never put on what a citizen wrote, nor on a secret.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Subject {}
