package vn.minhbach.mail;

import java.util.List;

/** Declares which letters a part of the portal sends. A bean that implements it is found; there is nothing else to register. */
public interface LetterKinds {

    List<LetterKind> kinds();
}
