package vn.minhbach.web;

import java.util.Optional;

/** The questions that the office answered for everybody, for whoever shows what they are about. Kept by {@code inbox}, read by {@code procedure}. */
public interface AnsweredQuestions {

    /**
     * Where those about a procedure are listed.
     *
     * @return a path of the portal without language; empty if there are none
     */
    Optional<String> about(String procedure);
}
