package vn.minhbach.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a {@link Permit permitted} method that says where the deed is done: the slug of a section or a unit. Who
 * has the permission for that place only may do it there and nowhere else.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Place {}
