package vn.minhbach.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.minhbach.access.Permission;

/**
 * Declares an address of the portal: who may use it, how, and with which parameters. What is declared nowhere does not exist, and
 * what is declared is not more than it says: another method is refused, another parameter is not there.
 *
 * <p>It stands on the bean of a page, on a servlet or on a resource of the API. {@link Doors} collects all of them into one
 * table, which {@code DoorsIT} walks with every role and every spelling.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Door.Several.class)
public @interface Door {

    /**
     * The address, without language: {@code /tin-tuc}, {@code /bai-viet/{slug}}. A name in braces stands for one part of the path,
     * with a star at its end for all parts that follow.
     */
    String path();

    Method[] methods() default Method.GET;

    /**
     * The parameters of the query that the page looks at, in the order in which its addresses name them. All others are dropped:
     * they neither fill the cache nor travel in links. More can be declared by a {@link DoorParameters}.
     */
    String[] parameters() default {};

    Permission permission();

    /** Whether a page that everybody may read is rendered once for all its readers. */
    boolean cached() default true;

    /**
     * Whether the same bytes are sent to everybody for as long as the address exists, since it names their content: files of the
     * theme. Only these may be kept by the browser of somebody who is signed in.
     */
    boolean lasting() default false;

    /** Whether {@code /en} may stand before it; of pages and of views of the back office that is always so. */
    boolean english() default false;

    /**
     * Whether the page is for whoever was given its address, and for nobody else: it is kept nowhere, indexed nowhere, and tells nobody from
     * where its reader came. The back office may show it in a frame.
     */
    boolean unlisted() default false;

    /** The longest body that is taken, in bytes. */
    int longestBody() default 64 * 1024;

    /** Several addresses of one thing. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Door[] value();
    }
}
