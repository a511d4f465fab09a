package vn.minhbach.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a screen of the back office its place in the menu. It stands on the bean, beside the {@link vn.minhbach.web.Door} that says
 * who may enter; {@link Screens} collects both. A screen that is reached from another one only, as a form from its list, has none.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Screen {

    /** The bundle's key of its name in the menu. */
    String name();

    /** The bundle's key of the heading under which it stands; empty for none. */
    String task() default "";

    /** Where in the menu: tasks by their first screen, screens of a task one after the other. */
    int order();
}
