package vn.minhbach.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a service's method that it changes something, and which permission that takes. Whoever calls it without is refused, and
 * the refusal is written down; a deed that is done is written down in the same transaction ({@code account.Audit}).
 *
 * <p>No method that changes anything is without one: {@code ArchitectureTest} follows every call of every service.
 */
@InterceptorBinding
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permit {

    @Nonbinding
    Permission value();

    /** Whether it is written down. What somebody does to their own unsaved text every few seconds is no deed. */
    @Nonbinding
    boolean audited() default true;
}
