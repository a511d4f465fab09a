package vn.minhbach;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests in the server deploy: the very WAR of the build, and the few beans that tests share. */
public final class PortalArchive {

    private PortalArchive() {}

    public static WebArchive create() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/minhbach.war"))
                .addClasses(PortalArchive.class, IndexWatch.class);
    }
}
