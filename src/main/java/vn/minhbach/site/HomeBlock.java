package vn.minhbach.site;

/** A part of the home page that editors can put in order, show or hide. */
public enum HomeBlock {
    LIFE_EVENTS,
    BANNER,
    NEWS,
    REFORM,
    NOTICES,
    HOTLINES
}
