package vn.minhbach.attachment;

import javax.imageio.spi.IIORegistry;

/**
 * What the JDK knows of pictures it keeps once for the whole server, with the class loader of whoever asked first and the readers found there: a
 * version of the portal that another one has replaced would stay in memory with all its classes. So it is begun in nobody's name.
 */
final class JdkPictures {

    static {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            IIORegistry.getDefaultInstance();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private JdkPictures() {}

    /** To be called before the JDK is asked anything of pictures. */
    static void begin() {
        // Done when the class is loaded, once.
    }
}
