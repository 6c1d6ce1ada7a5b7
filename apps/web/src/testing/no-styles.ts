// Stands for every style sheet where nothing is shown.
export {};
